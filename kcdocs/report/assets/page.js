"use strict";
(() => {
  const one = (query) => document.querySelector(query);
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const body = document.body;
  const rows = all(".row.changed");
  const chips = all("button[data-filter]");
  const place = one("#vi-tri");
  const help = one("#tro-giup");
  const sheet = new CSSStyleSheet();
  let current = null;
  let hits = "";

  const kept = (row) => !hits || row.matches(hits);
  const shown = () => rows.filter((row) => kept(row) && (row === current || !row.closest("details:not([open])")));
  const words = (text) => { if (place) place.textContent = text; };

  const count = () => {
    const folded = rows.length - shown().length;
    return `${shown().length} thay đổi${folded ? `, ${folded} đang gập` : ""}`;
  };

  const view = (name) => {
    body.dataset.view = name;
    all("button[data-view]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.view === name)));
  };

  const reveal = (element) => {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };

  const select = (row) => {
    current?.classList.remove("current");
    current = row;
    row.classList.add("current");
    reveal(row);
    const unit = row.closest(".unit");
    all("nav li[data-for]").forEach((item) => item.classList.toggle("here", item.dataset.for === unit.id));
    const visible = shown();
    words(`${visible.indexOf(row) + 1} / ${visible.length}`);
  };

  const go = (step) => {
    const visible = shown();
    if (!visible.length) return;
    const at = visible.indexOf(current);
    const next = at < 0 ? nearest(visible, step) : (at + step + visible.length) % visible.length;
    select(visible[next]);
    visible[next].focus({ preventScroll: true });
    visible[next].scrollIntoView({ block: "center" });
  };

  const nearest = (visible, step) => {
    if (!current) return step > 0 ? 0 : visible.length - 1;
    const after = visible.findIndex((row) => current.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (step > 0) return Math.max(after, 0);
    return ((after < 0 ? visible.length : after) - 1 + visible.length) % visible.length;
  };

  // What holds changes bears their classes, so that one rule of a sheet is a filter, however long the page is.
  const mark = (holder) => { holder.dataset.c = [...new Set(all(".row.changed", holder).flatMap((row) => row.dataset.c.split(" ")))].join(" "); };

  const filter = () => {
    const wanted = chips.filter((chip) => chip.getAttribute("aria-pressed") === "true");
    hits = wanted.map((chip) => `[data-c~="${chip.dataset.filter}"]`).join();
    const gone = `:is(.row.changed, .fold.quiet, .unit, nav li[data-for]):not(${hits}), .row.same, .fold.same, .chapter, .gone`;
    sheet.replaceSync(hits ? `${gone} { display: none !important; }` : "");
    if (hits) all(".fold.quiet").forEach((fold) => { fold.open = fold.matches(hits); });
    words(hits ? `Hiện ${shown().length} trong ${rows.length} thay đổi` : count());
  };

  const press = (button) => {
    const pressed = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(pressed));
    return pressed;
  };

  const whole = () => {
    const open = press(one("#toan-van"));
    all(".fold.same, .fold.quiet").forEach((fold) => { fold.open = open; });
    words(count());
  };

  const clear = () => {
    chips.forEach((chip) => chip.setAttribute("aria-pressed", "false"));
    filter();
  };

  const keys = {
    n: () => go(1), j: () => go(1), p: () => go(-1), k: () => go(-1),
    v: () => view(body.dataset.view === "side" ? "one" : "side"),
    t: whole, x: clear, "?": () => help.showModal(),
  };

  const followed = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (hits && target.closest(".row, .unit, .chapter")?.matches(hits) === false) clear();
    reveal(target);
    if (target.matches(".row.changed")) select(target);
    target.scrollIntoView();
  };

  if (!rows.length) { one("#dong")?.addEventListener("click", () => help.close()); return; }
  all(".fold.quiet, .unit").forEach(mark);
  all("nav li[data-for]").forEach((item) => { item.dataset.c = document.getElementById(item.dataset.for)?.dataset.c ?? ""; });
  document.adoptedStyleSheets.push(sheet);
  view(matchMedia("(max-width: 44rem)").matches ? "one" : "side");
  if (matchMedia("(max-width: 60rem)").matches) one("#muc-luc").open = false;
  words(count());
  one("#truoc").addEventListener("click", () => go(-1));
  one("#sau").addEventListener("click", () => go(1));
  one("#toan-van").addEventListener("click", whole);
  one("#phim").addEventListener("click", () => help.showModal());
  one("#dong").addEventListener("click", () => help.close());
  all("button[data-view]").forEach((button) => button.addEventListener("click", () => view(button.dataset.view)));
  chips.forEach((chip) => chip.addEventListener("click", () => { press(chip); filter(); }));
  addEventListener("hashchange", followed);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || help.open) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  followed();
})();
