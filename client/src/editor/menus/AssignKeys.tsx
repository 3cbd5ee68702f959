/** What the keys do in a menu of people. */
export function AssignKeys() {
  return (
    <footer>
      <kbd>↵</kbd>
      <span>assign</span>
      <kbd>⇧↵</kbd>
      <span>add another owner</span>
    </footer>
  )
}
