// What every page needs: sending to kcdocs, telling what went wrong, never swallowing an error.
const goc = document.body.dataset.goc;
const bao = document.querySelector("#bao");

export const diaChi = (path) => `${goc}/${path}`;

// Words without tone and vowel marks, as people search for them.
export const khongDau = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();

export const noi = (...lines) => {
  bao.replaceChildren(...lines.filter(Boolean).map((words) => {
    const line = document.createElement("p");
    line.textContent = words;
    return line;
  }));
  bao.hidden = false;
  bao.scrollIntoView({ block: "nearest" });
};

const noiLoi = (fault) => noi(
  fault.words,
  ...fault.findings.map((item) => `${item.place ? `${item.place}: ` : ""}${item.words} ${item.mend}`),
  fault.mend,
  fault.code,
);

// Send something; gives what kcdocs answers, or null after telling what went wrong, also to `told`.
export const gui = async (method, path, body, told) => {
  let answer;
  try {
    answer = await fetch(diaChi(path), { method, body, headers: { "X-Kcdocs": "1" } });
  } catch {
    noi("Mất liên lạc với kcdocs.", "Mở lại kcdocs từ lối tắt trên màn hình rồi làm lại.");
    return null;
  }
  const said = (answer.headers.get("content-type") ?? "").startsWith("application/json") ? await answer.json() : null;
  if (answer.ok && said && !said.loi) return said;
  if (said?.loi) { noiLoi(said.loi); told?.(said.loi); }
  else noi("Trang này đã cũ.", "Hãy mở kcdocs lại từ lối tắt trên màn hình.");
  return null;
};

// Send a file as it is; gives its key, or null.
export const guiTep = async (file) => {
  const most = 200 * 1024 * 1024;
  if (file.size > most) {
    noi(`Tệp ${Math.round(file.size / 1048576)} MB, quá lớn: kcdocs nhận tệp đến 200 MB. Tệp chưa được giữ lại.`,
      "Tách bản quét thành nhiều tệp, rồi thả từng tệp.");
    return null;
  }
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch {
    noi(`Không đọc được «${file.name}»: đó là thư mục, hoặc tệp đã bị dời đi, sửa hay xóa sau khi chọn.`, "Xin chọn lại tệp.");
    return null;
  }
  return (await gui("PUT", `tep?ten=${encodeURIComponent(file.name)}`, file))?.tep ?? null;
};

export const toi = (path) => { location.href = diaChi(path); };

const hong = () => noi("Trang gặp lỗi, việc đã ghi vẫn còn.", "Tải lại trang rồi làm tiếp.");
addEventListener("error", hong);
addEventListener("unhandledrejection", hong);
