/** The floor: text that the browser itself edits, and nothing else. */
const root = document.querySelector('#root')
root.contentEditable = 'true'
root.innerHTML = '<p>Here the measured person writes</p><p>The end of the minutes</p>'
