"use strict";
(() => {
  const one = (query) => document.querySelector(query);
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const body = document.body;
  const chips = all("button[data-filter]");
  const place = one("#vi-tri");
  const help = one("#tro-giup");
  const TURN = 8; // milliseconds of putting in, half a picture, before the browser may do something else
  let current = null;
  let hits = "";

  // What stands in a template is not laid out: it is put in when it comes near, in idle moments, or when asked for.
  const waiting = (holder) => holder.querySelector(":scope > template[data-later]");
  const inside = (holder) => (waiting(holder) ? one(`#later-${waiting(holder).dataset.later}`).content : holder);
  const left = new Set(all(".part, .batch, nav ol").filter(waiting));

  const put = (holder) => {
    if (!left.delete(holder)) return;
    near.unobserve(holder);
    waiting(holder).replaceWith(inside(holder));
  };
  const putAll = () => left.forEach(put);
  const later = window.requestIdleCallback ?? ((act) => setTimeout(act, TURN));
  const putSome = () => {
    const end = performance.now() + TURN;
    for (const holder of left) {
      if (performance.now() >= end) break;
      put(holder);
    }
    if (left.size) later(putSome);
  };
  const near = new IntersectionObserver((seen) => {
    seen.filter((each) => each.isIntersecting).forEach((each) => put(each.target));
  }, { rootMargin: "100% 0px" });

  const batches = all("main .batch");
  const lists = all("nav ol");
  const within = new Map([
    ...batches.map((each) => [each, all(".unit, .chapter, .fold.same", inside(each))]),
    ...lists.map((each) => [each, all("li[data-for]", inside(each))]),
  ]);
  const units = batches.flatMap((each) => within.get(each)).filter((each) => each.matches(".unit"));
  units.forEach((unit) => within.set(unit, all(".row, .fold.quiet, .gone", unit)));
  const rows = units.flatMap((unit) => within.get(unit)).filter((each) => each.matches(".changed"));
  const order = new Map(rows.map((row, number) => [row, number]));
  const folds = batches.flatMap((each) => all(".fold", inside(each)));

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
    put(batches.find((each) => inside(each).contains(row)));
    current?.classList.remove("current");
    current = row;
    row.classList.add("current");
    reveal(row);
    const unit = row.closest(".unit");
    lists.flatMap((each) => within.get(each)).forEach((item) => item.classList.toggle("here", item.dataset.for === unit.id));
    const visible = shown();
    words(`${visible.indexOf(row) + 1} / ${visible.length}`);
  };

  // What is laid out on the way moves what is looked for, so that it is looked for again once that is done.
  const show = (element, block, again = 3) => {
    element.scrollIntoView({ block, behavior: "instant" });
    if (again) requestAnimationFrame(() => show(element, block, again - 1));
  };

  const go = (step) => {
    const visible = shown();
    if (!visible.length) return;
    const at = visible.indexOf(current);
    const next = at < 0 ? nearest(visible, step) : (at + step + visible.length) % visible.length;
    select(visible[next]);
    visible[next].focus({ preventScroll: true });
    show(visible[next], "center");
  };

  const nearest = (visible, step) => {
    if (!current) return step > 0 ? 0 : visible.length - 1;
    const after = visible.findIndex((row) => order.get(row) > order.get(current));
    if (step > 0) return Math.max(after, 0);
    return ((after < 0 ? visible.length : after) - 1 + visible.length) % visible.length;
  };

  // What holds changes bears their classes; a filter goes into what has hits, and no further.
  const mark = (holder, found) => { holder.dataset.c = [...new Set(found.flatMap((each) => each.dataset.c?.split(" ") ?? []))].join(" "); };
  const sift = (items) => items.forEach((item) => {
    const gone = Boolean(hits) && !item.matches(hits);
    if (item.hidden !== gone) item.hidden = gone;
    if (gone) return;
    if (hits && item.matches(".quiet")) item.open = true;
    sift(within.get(item) ?? []);
  });

  const filter = () => {
    const wanted = chips.filter((chip) => chip.getAttribute("aria-pressed") === "true");
    hits = wanted.map((chip) => `[data-c~="${chip.dataset.filter}"]`).join();
    sift([...batches, ...lists]);
    words(hits ? `Hiện ${shown().length} trong ${rows.length} thay đổi` : count());
  };

  const press = (button) => {
    const pressed = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(pressed));
    return pressed;
  };

  const whole = () => {
    const open = press(one("#toan-van"));
    folds.forEach((fold) => { fold.open = open; });
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
    const id = decodeURIComponent(location.hash.slice(1));
    put([...left].find((each) => inside(each).getElementById(id)));
    const target = id && document.getElementById(id);
    if (!target) return;
    if (hits && target.closest(".row, .unit, .chapter")?.matches(hits) === false) clear();
    reveal(target);
    if (target.matches(".row.changed")) select(target);
    show(target, "start");
  };

  if (!rows.length) { one("#dong")?.addEventListener("click", () => help.close()); return; }
  folds.forEach((fold) => mark(fold, all(".changed", fold)));
  units.forEach((unit) => mark(unit, within.get(unit)));
  const marks = new Map(units.map((unit) => [unit.id, unit.dataset.c]));
  lists.flatMap((each) => within.get(each)).forEach((item) => { item.dataset.c = marks.get(item.dataset.for) ?? ""; });
  [...batches, ...lists].forEach((each) => mark(each, within.get(each)));
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
  addEventListener("beforeprint", putAll);
  addEventListener("keydown", (event) => {
    if (event.key === "F3" || (event.key === "f" && (event.ctrlKey || event.metaKey))) putAll(); // the browser searches what is there
    if (event.ctrlKey || event.altKey || event.metaKey || help.open || event.target.matches?.("textarea")) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  followed();
  left.forEach((holder) => near.observe(holder));
  later(putSome);
})();
