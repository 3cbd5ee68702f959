// Sets the remembered theme and text size before anything is painted; ui/preferences.ts goes on from there.
try {
  const root = document.documentElement
  const theme = localStorage.getItem('minutebook:theme')
  if (theme === 'light' || theme === 'dark') {
    root.dataset.theme = theme
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.content = meta.dataset[theme]
  }
  const size = localStorage.getItem('minutebook:text-size')
  if (size === 'small' || size === 'large') root.dataset.textSize = size
} catch {
  // storage is closed to this page: the system's theme holds
}
