// The register: opening books, reserving, giving numbers up, choosing where it stands.
import { gui, toi } from "./tin.js";

const field = (name) => document.querySelector(`#${name}`);
const value = (name) => field(name).value;
const day = document.body.dataset.day;
const done = field("ket-qua");
const told = sessionStorage.getItem("kcdocs-so");
if (done && told) { done.textContent = told; sessionStorage.removeItem("kcdocs-so"); }

const on = (name, event, does) => field(name)?.addEventListener(event, (happened) => { happened.preventDefault(); does(); });
const change = async (where, said) => {
  const answer = await gui("POST", `${day}/${where}`, JSON.stringify(said));
  if (!answer) return;
  sessionStorage.setItem("kcdocs-so", answer.ke);
  toi(day);
};
const move = async (dia_chi) => {
  const answer = await gui("POST", "so/noi", JSON.stringify({ dia_chi }));
  if (answer) toi(answer.den);
};

on("mo-day", "submit", async () => {
  const answer = await gui("POST", "so", JSON.stringify({ day: value("day"), ke: value("ke") }));
  if (answer) toi(answer.den);
});
on("noi", "submit", () => { if (value("dia-chi").trim()) move(value("dia-chi")); else field("dia-chi").focus(); });
on("may-nay", "click", () => move(""));
on("giu", "submit", () => change("giu", { bao_nhieu: value("bao-nhieu"), cho: value("cho") }));
on("bo", "submit", () => change("bo", { cac_so: value("cac-so"), ly_do: value("ly-do") }));
on("huy", "click", () => change("bo", { cac_so: value("cac-so"), ly_do: value("ly-do"), huy: true }));

document.querySelectorAll("button[data-so]").forEach((button) => button.addEventListener("click", () => {
  field("cac-so").value = button.dataset.so;
  field("ly-do").focus();
}));
