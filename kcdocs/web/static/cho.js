// Runs before the page is shown: what is done before its modules are there is held, and done once they are.
{
  const HELD = ["click", "submit", "input", "change", "keydown"];
  const held = [];

  const again = {
    click: ({ target }) => target.click(),
    submit: ({ target, submitter }) => target.requestSubmit(submitter),
  };
  const hold = (event) => {
    const { type, target } = event;
    const button = type === "click" ? target.closest("button") : target;
    if (!button) return; // a link leads on without any module
    if (again[type]) event.preventDefault(); // typing and ticking go on, only the modules hear of it later
    event.stopImmediatePropagation();
    held.push({ type, target: button, submitter: event.submitter, copy: new event.constructor(type, event) });
  };

  for (const type of HELD) addEventListener(type, hold, true);
  // Modules run before this event, in whatever order they arrive.
  document.addEventListener("DOMContentLoaded", () => {
    for (const type of HELD) removeEventListener(type, hold, true);
    for (const one of held) {
      if (!one.target.isConnected) continue;
      if (again[one.type]) again[one.type](one);
      else one.target.dispatchEvent(one.copy);
    }
  });
}
