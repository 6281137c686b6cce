// The faults of a form: in a list above it and each at its field.
import { hang } from "./hang.js";
import { control, fieldsOf } from "./o.js";

const form = document.querySelector("#bieu-mau");
const list = document.querySelector("#con-loi");
const title = document.title;

const fieldAt = (where) => {
  let box = form;
  let found = null;
  for (const step of where.matchAll(/([^.[\]]+)(?:\[(\d+)\])?/g)) {
    const next = box && fieldsOf(box).find((field) => field.dataset.truong === step[1]);
    if (!next) break;
    found = next;
    const row = step[2] && next.dataset.loai === "rows" ? hang(next)[step[2] - 1] : null;
    box = row ?? (next.dataset.loai === "group" ? next : null);
    if (row) found = row;
  }
  return found;
};
export const focusable = (field) => field.querySelector("input:not(:disabled), textarea, select, button") ?? field;

const clear = () => {
  form.querySelectorAll(".loi-o").forEach((each) => each.remove());
  form.querySelectorAll(".sai").forEach((each) => each.classList.remove("sai"));
  form.querySelectorAll("[aria-invalid]").forEach((each) => {
    each.removeAttribute("aria-invalid");
    const rest = (each.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => !id.endsWith("-loi"));
    if (rest.join("")) each.setAttribute("aria-describedby", rest.join(" ")); else each.removeAttribute("aria-describedby");
  });
};

const atField = (field, words, number) => {
  const line = document.createElement("p");
  line.className = "loi-o";
  line.id = `o${number}-loi`;
  line.textContent = words;
  field.classList.add("sai");
  const target = control(field);
  if (target) {
    target.before(line);
    target.setAttribute("aria-invalid", "true");
    target.setAttribute("aria-describedby", `${target.getAttribute("aria-describedby") ?? ""} ${line.id}`.trim());
  } else (field.querySelector(":scope > legend, :scope > .hang-nut") ?? field.firstElementChild).after(line);
};

export const show = (faults, { focus }) => {
  clear();
  const placed = faults.map((fault) => ({ ...fault, field: fieldAt(fault.o) }));
  const order = (a, b) => !a.field || !b.field ? (a.field ? 1 : 0) - (b.field ? 1 : 0) : a.field.compareDocumentPosition(b.field) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  placed.sort(order);
  list.hidden = !faults.length;
  document.title = faults.length ? `${faults.length} chỗ cần sửa: ${title}` : title;
  list.querySelector("h2").textContent = `Còn ${faults.length} chỗ cần sửa trước khi tải văn bản`;
  list.querySelector("ul").replaceChildren(...placed.map((fault, number) => {
    const words = `${fault.loi} ${fault.chua}`.trim();
    const item = document.createElement("li");
    if (fault.field) {
      atField(fault.field, words, number);
      const link = document.createElement("button");
      link.type = "button";
      link.textContent = words;
      link.addEventListener("click", () => focusable(fault.field).focus());
      item.append(link);
    } else item.textContent = words;
    return item;
  }));
  if (faults.length && focus) list.focus();
};
