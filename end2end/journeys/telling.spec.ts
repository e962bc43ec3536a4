// What does somebody find who has seen a mistake, and a hospital that wants to explain its figure?

import { expectAccessible, expectNoSidewaysScroll } from "../harness/accessible.ts";
import { expect, onceOnly, test } from "../harness/test.ts";

const HOSPITAL = "/ja/hospitals/demo-13001";

test("a reader goes from a figure to the form, forgets something, mends it and is thanked", async ({ page }) => {
  await page.goto(HOSPITAL);
  const figure = page.locator("article.ms-measure").first();
  const value = await figure.locator(".ms-value strong").textContent();
  await figure.getByRole("link", { name: /^誤りを知らせる/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "誤りを知らせる" })).toBeVisible();
  await expect(page.locator(".ms-matter .ms-value")).toContainText(value ?? "no value");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  await page.getByLabel("正しくはいくつですか").fill("5");
  await page.getByRole("button", { name: "送る" }).click();
  const faults = page.getByRole("alert");
  await expect(faults).toBeVisible();
  await expect(page.getByLabel("正しくはいくつですか")).toHaveValue("5");
  await faults.getByRole("link").click();
  await expect(page.getByLabel("どこがおかしいと思いますか（必須）")).toBeFocused();
  await expectNoSidewaysScroll(page);

  await page.getByLabel("どこがおかしいと思いますか（必須）").fill("資料では5です。");
  await page.getByRole("button", { name: "送る" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("届きました");
  await expect(page.getByText(/^受付番号 \d+$/)).toBeVisible();
  await expect(page.getByRole("blockquote")).toHaveText(["資料では5です。", "5"]);
  expect(page.url()).not.toMatch(/5%E3%81%A7|text=/);
  await expect(page.getByRole("link", { name: "病院のページに戻る" })).toHaveAttribute("href", new RegExp(HOSPITAL));
});

test("a hospital reads how it is checked before it writes, and every fault stands beside its field", async ({ page }) => {
  await page.goto("/en/hospitals/demo-13001");
  const figure = page.locator("article.ms-measure").first();
  await figure.getByRole("link", { name: /^For the hospital: add a reply/ }).click();
  await expect(page.getByRole("heading", { name: "How we check that it comes from the hospital" })).toBeVisible();
  await page.getByLabel(/^A correction/).check();
  await page.getByLabel(/^The text to be shown, in Japanese/).fill("あ".repeat(401));
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(4);
  await expect(page.getByLabel(/^A correction/)).toBeChecked();
  await expect(page.getByText("At most 400 characters; there are 401.", { exact: true })).toBeVisible();
  await expectNoSidewaysScroll(page);
});

for (const path of ["/ja/about", "/en/privacy", "/ja/accessibility"]) {
  test(`${path} is accessible and narrow`, async ({ page }) => {
    onceOnly("the audits look at it at 320 px");
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}
