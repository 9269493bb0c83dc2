// Copy buttons. They are hidden in the page and appear here, so that nobody sees a button that does nothing.
const status = document.createElement('p');
status.className = 'visually-hidden';
status.setAttribute('role', 'status');
document.body.append(status);

/** The text to copy: the exact value of `data-copy`, or the content of the element that `data-copy-from` names. */
function textOf(button) {
  if (button.dataset.copyFrom === undefined) return button.dataset.copy ?? '';
  const source = document.getElementById(button.dataset.copyFrom);
  return source instanceof HTMLTextAreaElement ? source.value : (source?.textContent ?? '');
}

async function write(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  throw new Error('no clipboard');
}

document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element ? event.target.closest('button.copy') : null;
  if (!button) return;
  const shown = button.querySelector('.copy-word') ?? button;
  const label = button.dataset.label ?? shown.textContent;
  button.dataset.label = label;
  let word = 'Copied';
  try {
    await write(textOf(button));
  } catch {
    word = 'Not allowed';
  }
  shown.textContent = word;
  button.classList.add('is-done');
  status.textContent = `${word}: ${button.getAttribute('aria-label') ?? label}`;
  setTimeout(() => {
    shown.textContent = label;
    button.classList.remove('is-done');
  }, 1500);
});

function reveal() {
  for (const button of document.querySelectorAll('button.copy[hidden]')) button.hidden = false;
}
reveal();
new MutationObserver(reveal).observe(document.body, { childList: true, subtree: true });
