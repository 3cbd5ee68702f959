// Sets the remembered theme before anything is painted; ui/theme.ts writes it.
try {
  const theme = localStorage.getItem('minutebook:theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // storage is closed to this page: the system's theme holds
}
