/* Copies a text of the kit at a press. Without scripts the text is there to be selected. */

/** A page in a chat's browser or over http has no clipboard to write to, but may copy what is selected. */
function copySelected(element) {
  const selection = getSelection()
  selection.selectAllChildren(element)
  return document.execCommand('copy')
}

async function copy(element) {
  try {
    await navigator.clipboard.writeText(element.textContent)
    return true
  } catch {
    return copySelected(element)
  }
}

for (const button of document.querySelectorAll('button[data-copies]')) {
  const text = document.getElementById(button.dataset.copies)
  const told = document.getElementById(`${button.dataset.copies}-copied`)
  button.hidden = false
  button.addEventListener('click', async () => {
    told.textContent = (await copy(text)) ? button.dataset.done : ''
  })
}
