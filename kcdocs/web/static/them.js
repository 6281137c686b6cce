// Adding a text to the store: what is asked for only where kcdocs asks.
import { diaChi, gui } from "./tin.js";

const form = document.querySelector("#them");
const field = (name) => document.querySelector(`#${name}`);
const ASKED = { DC201: "khac", DC203: "thay" };
const FIELD = { DC104: "so", DC108: "so", DC109: "ngay", WB109: "ngay" };

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const said = { so: field("so").value, ngay: field("ngay").value, khac: field("khac").checked, ghi_de: field("thay").checked };
  const answer = await gui("POST", `kho/them/${form.dataset.tep}`, JSON.stringify(said), (fault) => {
    if (ASKED[fault.code]) field(`o-${ASKED[fault.code]}`).hidden = false;
    if (FIELD[fault.code]) field(FIELD[fault.code]).focus();
  });
  if (!answer) return;
  document.querySelector("#bao").hidden = true;
  field("ke").replaceChildren(...answer.ke.map((words) => {
    const item = document.createElement("li");
    item.textContent = words;
    return item;
  }));
  field("mo").href = diaChi(answer.den);
  form.hidden = true;
  field("xong").hidden = false;
  field("h-xong").focus();
});
