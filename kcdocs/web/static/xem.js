// The pages of what is being filled in, drawn anew a moment after each change that was kept.
import { diaChi } from "./tin.js";

const path = `soan/ban-nhap/${document.body.dataset.banNhap}`;
const view = document.querySelector(".xem");
const pages = document.querySelector("#xem-trang");
const told = document.querySelector("#xem-bao");
let looking;
let busy = false;
let again = false;

export const look = () => {
  if (!view) return; // a dossier has no pages of its own
  clearTimeout(looking);
  view.classList.add("cu");
  looking = setTimeout(draw, 700);
};

const draw = async () => {
  if (busy) { again = true; return; }
  busy = true;
  told.textContent = "Đang dựng lại trang…";
  try {
    const answer = await (await fetch(diaChi(`${path}/trang`))).json();
    drawn(answer);
  } catch { told.textContent = "Chưa dựng được trang."; }
  busy = false;
  if (again) { again = false; draw(); }
};

const drawn = (answer) => {
  if (answer.chua) { told.textContent = `Chưa dựng được trang với dữ liệu đang ghi: ${answer.chua}`; return; }
  view.classList.remove("cu");
  told.textContent = answer.trang
    ? `${answer.trang} trang. Chỗ chưa ghi hiện là «……».`
    : "Xem nhanh bằng chữ: chỗ ngắt trang và giãn dòng có thể khác Word. Cài LibreOffice để xem đúng trang.";
  if (!answer.trang) document.querySelector("#xem-chu").open = true;
  pages.hidden = !answer.trang;
  const shown = [...Array(answer.trang).keys()].map((number) => {
    const figure = document.createElement("figure");
    const picture = document.createElement("img");
    picture.alt = `Trang ${number + 1} trên ${answer.trang} của bản xem thử`;
    picture.width = 893;
    picture.height = 1263;
    picture.src = diaChi(`${path}/trang/${answer.ten}/${number + 1}`);
    const mark = document.createElement("figcaption");
    mark.textContent = "Bản xem thử";
    figure.append(picture, mark);
    return figure;
  });
  const at = view.scrollTop;
  pages.replaceChildren(...shown);
  view.scrollTop = at;
  document.querySelector("#xem-chu .chu-luat").replaceChildren(...answer.chu.map(([text, align, bold]) => {
    const line = document.createElement(bold ? "strong" : "span");
    const whole = document.createElement("p");
    line.textContent = text;
    whole.className = { center: "giua", right: "phai" }[align] ?? "";
    whole.append(line);
    return whole;
  }));
};
