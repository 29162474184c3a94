// Reports to the server what happens to everything that has an id, and counts it.
let count = 0;
function report(...words) {
  const event = words.filter((word) => word !== false && word !== undefined).join(" ");
  const shown = document.getElementById("count");
  if (shown) shown.textContent = ++count;
  fetch("/", { method: "POST", body: new URLSearchParams({ event }), keepalive: true });
}

const modifiers = (event) => ["ctrl", "shift", "alt"].filter((name) => event[name + "Key"]).join("+") || false;

function value(element) {
  if (element.type === "checkbox" || element.type === "radio") return element.checked ? "on" : "off";
  if (element.multiple) return [...element.selectedOptions].map((option) => option.text).join();
  return (element.value ?? element.innerText).replace(/\u00a0/g, " ").replace(/\n+/g, "\n");
}

for (const kind of ["click", "dblclick", "contextmenu", "auxclick", "mouseover"]) {
  addEventListener(kind, (event) => event.target.id && report(kind, event.target.id, modifiers(event)), true);
}
for (const kind of ["input", "change"]) {
  addEventListener(kind, (event) => report(kind, event.target.id, value(event.target)), true);
}
addEventListener("keydown", (event) => modifiers(event) && report("keydown", modifiers(event), event.key), true);
addEventListener("scroll", ({ target }) => report("scrolled", target.id ?? "page", Math.round(target.scrollTop ?? scrollY)), true);
report("opened", document.title + location.search);
