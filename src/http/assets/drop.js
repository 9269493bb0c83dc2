// Decode: a file can be dropped anywhere on the page or chosen, and `#message=` in the address fills the field. The text goes
// into the form and nowhere else; a part of an address after `#` is not even sent to our own server.
const form = document.getElementById('decode-form');
const field = document.getElementById('message');
const chooser = document.getElementById('file');
const MAX_BYTES = 8 * 1024 * 1024;

async function take(file) {
  if (file.size > MAX_BYTES) {
    field.setCustomValidity('The file is larger than 8 MB.');
    field.reportValidity();
    field.setCustomValidity('');
    return;
  }
  field.value = await file.text();
  form.requestSubmit();
}

chooser?.addEventListener('change', () => {
  if (chooser.files[0]) take(chooser.files[0]);
});
chooser?.closest('label')?.removeAttribute('hidden');

addEventListener('dragover', (event) => {
  if (!event.dataTransfer.types.includes('Files')) return;
  event.preventDefault();
  form.classList.add('is-over');
});
addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) form.classList.remove('is-over');
});
addEventListener('drop', (event) => {
  const [file] = event.dataTransfer.files;
  if (!file) return;
  event.preventDefault();
  form.classList.remove('is-over');
  take(file);
});

const fragment = new URLSearchParams(location.hash.slice(1));
if (fragment.has('message') && field.value === '') {
  field.value = fragment.get('message');
  history.replaceState(null, '', location.pathname);
  form.requestSubmit();
}
