// Do the stories of the fictional hospitals lead somewhere, and do they end in a table of how often what is wrong?

import { expectAccessible, expectNoSidewaysScroll } from "../harness/accessible.ts";
import { expect, locales, onceOnly, test } from "../harness/test.ts";

const WORDS = {
  ja: { band: "答え合わせを見る", times: /100回中/, tell: "差があるとは言えません", both: "二つの病院を並べる" },
  en: { band: "See how often our statements are right", times: /in 100/, tell: "cannot be told apart", both: "See both side by side" },
};

for (const locale of locales) {
  test(`in ${locale} the band of fictional data leads to stories and to a table of answers`, async ({ page }) => {
    await page.goto(`/${locale}/hospitals`);
    await page.getByRole("link", { name: WORDS[locale].band }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/demonstration$`));
    await expect(page.locator("h1")).toContainText(/\d\.\d/);
    await expect(page.locator("#truth ~ div table").first()).toContainText(WORDS[locale].times);
    await expect(page.locator("main")).toContainText(WORDS[locale].tell, { ignoreCase: true });
    await page.locator("#truth ~ details > summary").click();
    await expect(page.locator("#truth ~ details tbody tr").first()).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test(`in ${locale} two hospitals that look different cannot be told apart side by side`, async ({ page }) => {
    await page.goto(`/${locale}/demonstration`);
    await page.locator("#look-alike ~ ul a").first().click();
    await expect(page).toHaveURL(/compare\?h=/);
    await expect(page.locator("main")).toContainText(WORDS[locale].tell, { ignoreCase: true });
  });

  test(`in ${locale} every link of every story leads to a page`, async ({ page }) => {
    onceOnly("the server answers every browser alike");
    await page.goto(`/${locale}/demonstration`);
    const links = await page.locator("main .ms-ways a").evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
    expect(links.length).toBeGreaterThan(12);
    for (const link of links) {
      expect((await page.request.get(link)).status(), link).toBe(200);
    }
  });
}
