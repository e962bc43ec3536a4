// Does somebody get from a name to a hospital, to one of its measures, and know what the figures can tell?

import { expectAccessible, expectNoSidewaysScroll } from "../harness/accessible.ts";
import { expect, hasIslands, islandsAreAwake, locales, onceOnly, test } from "../harness/test.ts";

/** The one hospital of the demonstration's island. */
const ISLAND = { id: "demo-42021", ja: "壱岐市立桐崎病院", en: "Iki Municipal Kirisaki Hospital", region: "JP-42" };

const WORDS = {
  ja: { search: "さがす", fictional: "架空のデータ", measures: "指標" },
  en: { search: "Search", fictional: "Fictional data", measures: "Measures" },
};

for (const locale of locales) {
  for (const [how, typed] of [
    ["kanji", "桐崎"],
    ["kana", "きりさき"],
    ["romaji", "kirisaki"],
  ]) {
    test(`in ${locale} a hospital is found by ${how} and opened`, async ({ page }) => {
      await page.goto(`/${locale}/hospitals`);
      await page.locator("#q").fill(typed ?? "");
      await page.locator("#q").press("Escape");
      await page.locator("#region").selectOption(ISLAND.region);
      await page.getByRole("button", { name: WORDS[locale].search, exact: true }).click();
      await expect(page).toHaveURL(/region=JP-42/);
      await page.locator("main").getByRole("link", { name: ISLAND[locale], exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`/${locale}/hospitals/${ISLAND.id}`));
      await expect(page.getByRole("heading", { level: 1 })).toContainText(ISLAND[locale]);
    });
  }

  test(`in ${locale} the finder, a hospital and a measure follow each other and are accessible`, async ({ page }) => {
    await page.goto(`/${locale}/hospitals?region=${ISLAND.region}`);
    await expect(page.locator("main .ms-count")).toHaveText(/\d/);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);

    await page.goto(`/${locale}/hospitals/${ISLAND.id}`);
    const measure = page.locator("article.ms-measure").first();
    await expect(measure.locator("svg:visible").first()).toBeVisible();
    await expect(measure).toContainText(/20\d\d/);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);

    await measure.getByRole("heading").getByRole("link").click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/measures/demo-`));
    await expect(page.locator("main table").first()).toBeVisible();
  });

  test(`in ${locale} a measure with all its hospitals fits its page and is accessible`, async ({ page }) => {
    await page.goto(`/${locale}/measures/demo-readmission`);
    await expect(page.locator("main table").first()).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test(`in ${locale} every page says that the data are invented`, async ({ page }) => {
    for (const path of ["", "hospitals", `hospitals/${ISLAND.id}`, "measures", "measures/demo-falls", "methods", "sources", "about"]) {
      const answer = await page.goto(`/${locale}/${path}`);
      expect(answer?.status(), path).toBe(200);
      await expect(page.locator("body"), path).toContainText(new RegExp(WORDS[locale].fictional, "i"));
      await expectNoSidewaysScroll(page);
    }
  });

  for (const path of ["measures", "methods", "sources", "about"]) {
    test(`in ${locale} the page ${path} is accessible`, async ({ page }) => {
      onceOnly("the audits look at it at 320 px");
      await page.goto(`/${locale}/${path}`);
      await expectAccessible(page);
    });
  }

  test(`in ${locale} a wrong parameter is named, with a way on`, async ({ page }) => {
    const answer = await page.goto(`/${locale}/hospitals?regoin=JP-42`);
    expect(answer?.status()).toBe(400);
    await expect(page.locator("main")).toContainText("regoin");
    await expect(page.locator(`main a[href^="/${locale}/"]`).first()).toBeVisible();
  });

  test(`in ${locale} an older release is read by its id and says so`, async ({ page, request }) => {
    const { releases } = await (await request.get("/api/v1/releases")).json();
    expect(releases.length).toBe(2);
    const older = releases[1].id;
    await page.goto(`/${locale}/hospitals/${ISLAND.id}?release=${older}`);
    await expect(page.locator("body")).toContainText(older);
    await expect(page.locator(`main a[href*="release=${older}"]`).first()).toBeVisible();
  });
}

const STEPS = {
  ja: { search: "さがす", list: "この場所で、大切にしたいことから少数にしぼる", more: /もっと絞る/, off: /「災害拠点病院」の条件を外す/ },
  en: { search: "Search", list: "Make a shortlist for this place by what matters to you", more: /Narrow it down/, off: /Remove Base hospital/ },
};

for (const locale of locales) {
  const words = STEPS[locale];

  test(`in ${locale} a newcomer comes to a short list in three steps, and back again`, async ({ page }) => {
    await page.goto(`/${locale}/`);
    await expect(page.getByRole("button", { name: words.search, exact: true })).toBeInViewport();
    await page.locator("#care").selectOption("deliveries");
    await page.locator("#place").fill("大阪府");
    await page.getByRole("button", { name: words.search, exact: true }).click();
    await expect(page.locator("main .ms-count")).toHaveText(/\d/);
    const asked = page.url();
    await page.getByRole("link", { name: words.list }).click();
    await expect(page).toHaveURL(/preset=pregnancy/);
    await expect(page.locator("main ol li").first()).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(asked);
    await expect(page.locator("#care")).toHaveValue("deliveries");
  });

  test(`in ${locale} a list is narrowed by a form and widened by a chip`, async ({ page }) => {
    await page.goto(`/${locale}/hospitals?region=JP-13`);
    await page.getByText(words.more).click();
    await page.locator("#emergency").selectOption("3");
    await page.locator("#disaster_base").check();
    await page.getByRole("button", { name: words.search, exact: true }).click();
    await expect(page).toHaveURL(/emergency=3/);
    await expect(page.locator("main .ms-count")).toHaveText(/\d/);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.getByRole("link", { name: words.off }).click();
    await expect(page).toHaveURL(`/${locale}/hospitals?region=JP-13&emergency=3`);
  });
}

test("suggestions appear while typing and are chosen with the keyboard", async ({ page, script }) => {
  test.skip(!script || !hasIslands, "suggestions need JavaScript and the WebAssembly");
  await page.goto("/ja/hospitals");
  await islandsAreAwake(page);
  const box = page.locator("#q");
  await box.pressSequentially("きりさき");
  const option = page.getByRole("listbox").getByRole("option").first();
  await expect(option).toContainText(ISLAND.ja);
  await expect(option).toContainText("壱岐市");
  await box.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await box.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/ja/hospitals/${ISLAND.id}`));
});

test("a page, its drawing and the data tell the same figure", async ({ page, request }) => {
  onceOnly("the server answers every browser alike");
  const { values } = await (await request.get("/api/v1/measures/demo-falls/values?region=JP-42&limit=1000")).json();
  const row = values.find((value: { hospital: { id: string } }) => value.hospital.id === ISLAND.id);
  const { hospital } = await (await request.get(`/api/v1/hospitals/${ISLAND.id}`)).json();
  const same = hospital.values.find((value: { measure: string }) => value.measure === "demo-falls");
  expect(same.value).toBe(row.value);
  expect(same.interval).toEqual(row.interval);
  await page.goto(`/ja/hospitals/${ISLAND.id}`);
  await page.locator("main details").evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
  const section = page.locator("article#demo-falls");
  const shown = new RegExp([1, 2].map((digits) => (row.value * 1000).toFixed(digits).replace(".", "\\.")).join("|"));
  await expect(section.locator(".ms-value")).toContainText(shown);
  await expect(section.locator("svg desc").first()).toContainText(shown);
});
