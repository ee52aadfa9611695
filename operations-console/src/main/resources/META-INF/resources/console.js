// The few functions of a page that run in the browser; the server renders everything else.
"use strict";

// one box selects all boxes of its name
document.addEventListener("change", (event) => {
  const name = event.target.dataset && event.target.dataset.all;
  if (name) {
    for (const box of event.target.form.querySelectorAll(`input[name="${name}"]`)) {
      box.checked = event.target.checked;
    }
  }
});

// a page that refreshes itself must not keep showing outdated data
const stale = (is) => {
  const warning = document.getElementById("stale");
  if (warning) warning.hidden = !is;
};
for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(failure, () => stale(true));
}
document.addEventListener("htmx:afterSwap", () => stale(false));
