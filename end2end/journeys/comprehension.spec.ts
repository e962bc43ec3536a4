// Do the words on the page answer what a reader asks? Each test is a question; the answer must stand there in so many words.

import { expect, locales, test } from "../harness/test.ts";
import type { Page } from "../harness/test.ts";

/** Two hospitals of one role in one prefecture whose falls clearly differ (the first has fewer), and two that are alike. */
const FEWER = { id: "demo-27040", ja: "大阪府立柚橋病院", en: "Osaka Prefectural Yuzuhashi Hospital" };
const MORE = { id: "demo-27082", ja: "槙森医療センター", en: "Makimori Medical Center" };
const ALIKE = ["demo-27086", "demo-27091"];
/** A hospital that did not report its falls. */
const BLANK = "demo-01038";
/** The nearest of its role and size. */
const BESIDE = "demo-01005";

const ANSWERS = {
  ja: {
    fewer: `「${FEWER.ja}」のほうが「${MORE.ja}」より少ない`,
    notBetter: "良し悪しは分かりません",
    alike: "区別できません",
    blank: "悪いという意味ではありません",
    range: /の間と考えられます/,
    emergency: /119/,
    doctor: /医師の名前を出しません/,
    money: /病院からお金を受け取りません/,
  },
  en: {
    fewer: `the figure of ${FEWER.en} is lower than that of ${MORE.en}`,
    notBetter: "does not say which is better",
    alike: "cannot be told apart",
    blank: "does not mean anything bad",
    range: /likely between|between/,
    emergency: /119/,
    doctor: /no doctor|name no doctors?|does not name doctors|names of doctors/i,
    money: /no money from hospitals|takes no money|accept no money/i,
  },
};

/** What a reader sees without opening anything. */
async function visible(page: Page): Promise<string> {
  return (await page.locator("body").innerText()).replace(/\s+/g, " ");
}

for (const locale of locales) {
  const answers = ANSWERS[locale];

  test(`in ${locale}: which of these two has clearly fewer falls, and is it therefore better?`, async ({ page }) => {
    await page.goto(`/${locale}/compare?h=${FEWER.id},${MORE.id}&m=demo-falls`);
    const said = await visible(page);
    expect(said).toContain(answers.fewer);
    expect(said).toContain(answers.notBetter);
    expect(said).toMatch(answers.range);
  });

  test(`in ${locale}: these two show different numbers, so are they different?`, async ({ page }) => {
    await page.goto(`/${locale}/compare?h=${ALIKE.join(",")}&m=demo-falls`);
    const pairs = page.locator(".ms-pairs");
    await expect(pairs).toContainText(answers.alike);
    const numbers = await page.locator(".ms-compared .ms-value strong").allInnerTexts();
    expect(new Set(numbers).size, "the question is only asked of two numbers").toBe(2);
  });

  test(`in ${locale}: is a blank bad?`, async ({ page }) => {
    await page.goto(`/${locale}/compare?h=${BLANK},${BESIDE}&m=demo-falls`);
    expect(await visible(page)).toContain(answers.blank);
  });

  test(`in ${locale}: it is an emergency, which hospital do I choose?`, async ({ page }) => {
    for (const path of ["", "hospitals", `hospitals/${FEWER.id}`, "priorities?preset=emergency"]) {
      await page.goto(`/${locale}/${path}`);
      expect(await visible(page)).toMatch(answers.emergency);
    }
  });

  test(`in ${locale}: which doctor is good, and who pays for this?`, async ({ page }) => {
    await page.goto(`/${locale}/about`);
    const said = await visible(page);
    expect(said).toMatch(answers.doctor);
    expect(said).toMatch(answers.money);
  });
}
