// Deciding unsure pairs of a comparison by a click.
import { gui } from "./tin.js";

const key = document.body.dataset.soSanh;

const decide = async (button) => {
  const { cu, moi, la } = button.dataset;
  if (await gui("POST", `so-sanh/${key}/xac-dinh`, JSON.stringify({ cu, moi, la }))) location.reload();
};

const choice = (row, la, words) => {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words;
  Object.assign(button.dataset, { cu: row.dataset.cu, moi: row.dataset.moi, la });
  return button;
};

document.querySelectorAll("section[data-cu]").forEach((row) => {
  const asked = document.createElement("p");
  asked.className = "hoi";
  const words = document.createElement("span");
  words.textContent = `${row.dataset.cu} cũ và ${row.dataset.moi} mới có phải là một? `;
  asked.append(words, choice(row, "mot", "Là một: cho xem từng chữ"), " ", choice(row, "hai", "Khác nhau: một bỏ, một thêm"));
  row.querySelector("header").append(asked);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-la]");
  if (button) decide(button);
});
