const form = document.querySelector('#attributes');
const element = document.querySelector('chidu-notice');

/** Puts the form into attributes, and the element as it stands into the lines to copy. */
function apply() {
  for (const field of form.elements) {
    const { name, type, checked, value } = field;
    const wanted =
      type === 'checkbox' ? (checked ? (field.getAttribute('value') ?? '') : null) : value || null;
    if (wanted === element.getAttribute(name)) continue;
    if (wanted === null) element.removeAttribute(name);
    else element.setAttribute(name, wanted);
  }
  const attributes = [...element.attributes].map(({ name, value }) =>
    value === '' ? name : `${name}="${value}"`,
  );
  document.querySelector('#lines').textContent = [
    '<script type="module" src="/chidu/chidu-notice.js"></script>',
    `<chidu-notice ${attributes.join(' ')}>`,
    '  <p>…</p></chidu-notice>',
  ].join('\n');
}

form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
element.addEventListener('chidu-verdict', ({ detail }) => {
  document.querySelector('#told').textContent = JSON.stringify(detail.steps, null, 1);
});
apply();
