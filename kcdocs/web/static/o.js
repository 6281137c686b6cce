// The values of a form, and back: groups, rows, choices, and fields that hang on others.
import { hang, them } from "./hang.js";

const OPEN = "để trống";

export const fieldsOf = (box) => [...box.querySelectorAll("[data-truong]")].filter((each) => each.parentElement.closest("[data-nhom]") === box);
export const control = (field) => field.querySelector(":scope > input:not([data-bo-trong]), :scope > textarea, :scope > select");
export const openBox = (field) => field.querySelector(":scope > label > [data-bo-trong]");
const radios = (field) => [...field.querySelectorAll(":scope > label > input[type=radio]")];

const read = (field) => {
  switch (field.dataset.loai) {
    case "group": return readGroup(field);
    case "rows": return hang(field).map(readGroup);
    case "choice": {
      const list = control(field);
      return list ? list.value : radios(field).find((each) => each.checked)?.value ?? "";
    }
    default: return openBox(field)?.checked ? OPEN : control(field).value;
  }
};
export const readGroup = (box) => Object.fromEntries(fieldsOf(box).map((field) => [field.dataset.truong, read(field)]));
export const blank = (value) => typeof value === "object" ? Object.values(value).every(blank) : !String(value).trim();

export const put = (field, value) => {
  switch (field.dataset.loai) {
    case "group": putGroup(field, value ?? {}); break;
    case "rows":
      field.querySelector(".cac-hang").replaceChildren();
      for (const each of value ?? []) putGroup(them(field), each);
      break;
    case "choice": {
      const list = control(field);
      const near = (each) => each.value === value || (typeof value === "string" && each.text === value);
      if (list) list.value = [...list.options].find(near)?.value ?? "";
      for (const each of radios(field)) each.checked = each.value === value || each.parentElement.textContent.trim() === value;
      break;
    }
    default: {
      const open = openBox(field);
      if (open) { open.checked = value === OPEN; control(field).disabled = open.checked; }
      control(field).value = open?.checked ? "" : value ?? "";
    }
  }
};
export const putGroup = (box, values) => {
  for (const field of fieldsOf(box)) put(field, values[field.dataset.truong]);
};

// Fields that hang on another: shown while it has one of their values.
export const reveal = (box) => {
  const values = Object.fromEntries(fieldsOf(box).map((field) => [field.dataset.truong, field]));
  for (const field of Object.values(values)) {
    const { hoi, tri, trong } = field.dataset;
    if (hoi) {
      const said = values[hoi] ? read(values[hoi]) : "";
      field.hidden = !said || tri.split("|").includes(said) !== (trong === "1");
    }
    if (field.dataset.loai === "group") reveal(field);
    if (field.dataset.loai === "rows") hang(field).forEach(reveal);
  }
};
