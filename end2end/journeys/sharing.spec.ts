// Can a reader collect hospitals on the way, and hand a page on to somebody on paper?

import { expectAccessible, expectNoSidewaysScroll } from "../harness/accessible.ts";
import { expect, locales, onceOnly, test } from "../harness/test.ts";
import type { Locale, Page } from "../harness/test.ts";

/** The one hospital of the demonstration's island, and a university hospital. */
const ISLAND = "demo-42021";
const UNIVERSITY = "demo-01010";

const WORDS = {
  ja: { put: /をくらべる箱に入れる$/, off: /をくらべる箱から外す$/, tray: "くらべる箱", on: /院を並べて見る$/, hand: "家族や友人に渡す" },
  en: { put: /^Add to comparison: /, off: /^Remove /, tray: "To compare", on: /^Compare these/, hand: "Pass this on to family or friends" },
};

/** Paper in millimetres, and on how many sheets of it everything has room. */
const SHEETS = { card: [105, 148, 1], poster: [297, 420, 1], handout: [210, 297, 1], questions: [210, 297, 2] } as const;
/** Every kind of view from which a sheet is made. */
const VIEWS = [`hospital=${ISLAND}`, `h=${ISLAND},${UNIVERSITY}`, "measure=demo-falls", "area=1507", "preset=cancer", "place=%E4%BD%90%E6%B8%A1%E5%B8%82&care=deliveries", ""];

/** Width and height of every page of a PDF, in millimetres. */
function pages(pdf: Buffer): [number, number][] {
  const boxes = pdf.toString("latin1").matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g);
  return [...boxes].map(([, width, height]) => [Math.round((Number(width) * 25.4) / 72), Math.round((Number(height) * 25.4) / 72)]);
}

async function expectSheet(page: Page, locale: Locale, sheet: keyof typeof SHEETS, view: string): Promise<void> {
  const [width, height, most] = SHEETS[sheet];
  await page.goto(`/${locale}/share/${sheet}?${view}`);
  const found = pages(await page.pdf({ preferCSSPageSize: true }));
  const told = `${locale} ${sheet} ${view}: ${JSON.stringify(found)}`;
  expect(found.length, told).toBeGreaterThan(0);
  expect(found.length, told).toBeLessThanOrEqual(most);
  for (const [across, down] of found) {
    expect(Math.abs(across - width) + Math.abs(down - height), told).toBeLessThanOrEqual(1);
  }
}

for (const locale of locales) {
  const words = WORDS[locale];

  test(`in ${locale} hospitals are collected on the way, stay in the address and are compared`, async ({ page }) => {
    await page.goto(`/${locale}/hospitals/${ISLAND}`);
    await expect(page.getByRole("complementary", { name: words.tray })).toHaveCount(0);
    await page.getByRole("link", { name: words.put }).click();
    await expect(page).toHaveURL(new RegExp(`h=${ISLAND}`));
    const tray = page.getByRole("complementary", { name: words.tray });
    await expect(tray).toBeVisible();

    await page.goto(`/${locale}/hospitals?h=${ISLAND}`);
    await page.getByRole("link", { name: words.put }).first().click();
    await expect(tray.getByRole("link", { name: words.on })).toBeInViewport();
    await expectNoSidewaysScroll(page);
    await expect(page.locator('link[rel="canonical"]')).not.toHaveAttribute("href", /h=/);

    await tray.getByRole("link", { name: words.on }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/compare\\?h=${ISLAND}`));
    await expect(tray).toHaveCount(0);
    await expectNoSidewaysScroll(page);
  });

  test(`in ${locale} everybody can use the tray`, async ({ page }) => {
    await page.goto(`/${locale}/about?h=${ISLAND},${UNIVERSITY}`);
    await page.locator(".ms-tray summary").click();
    await expect(page.locator(".ms-tray").getByRole("link", { name: words.off })).toHaveCount(2);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test(`in ${locale} the tray never lies over what has the focus`, async ({ page }) => {
    // else the page is still gliding when it is measured
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`/${locale}/hospitals?h=${ISLAND},${UNIVERSITY}`);
    const links = await page.locator("main .ms-line-name a").all();
    for (const link of links.slice(0, 12)) {
      await link.focus();
      const { below, above } = await link.evaluate((element) => ({
        below: element.getBoundingClientRect().bottom,
        above: document.querySelector(".ms-tray")?.getBoundingClientRect().top ?? Infinity,
      }));
      expect(below).toBeLessThanOrEqual(above);
    }
  });

  test(`in ${locale} a page is handed on as a card, and the card leads back`, async ({ page }) => {
    await page.goto(`/${locale}/hospitals/${ISLAND}`);
    await page.getByRole("region", { name: words.hand }).getByRole("link").first().click();
    await expect(page).toHaveURL(`/${locale}/share/card?hospital=${ISLAND}`);
    const paper = page.locator(".ms-paper");
    await expect(paper.locator(".ms-facts-three > li")).toHaveCount(3);
    await expect(paper.locator(".ms-paper-caveat")).toHaveCount(1);
    const [wide, high] = await paper.evaluate((sheet) => [sheet.clientWidth, sheet.clientHeight]);
    expect(Math.abs((high ?? 0) / (wide ?? 1) - 148 / 105)).toBeLessThan(0.02);
    const line = await page.getByRole("link", { name: "LINE" }).getAttribute("href");
    const sent = new URL(line ?? "").searchParams.get("text") ?? "";
    expect(sent).toMatch(new RegExp(`/${locale}/hospitals/${ISLAND}\\?release=`));
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  for (const sheet of ["card", "poster", "handout", "questions"] as const) {
    test(`in ${locale} every ${sheet} has its size and its number of pages`, async ({ page }) => {
      onceOnly("paper is the same everywhere");
      for (const view of VIEWS) {
        await expectSheet(page, locale, sheet, view);
      }
    });
  }
}

test("a hospital and a comparison on paper are answers and rulers, without actions and without what is folded", async ({ page }) => {
  onceOnly("paper is the same everywhere");
  for (const address of [`/ja/hospitals/${ISLAND}`, "/ja/compare?h=demo-13002,demo-13005"]) {
    await page.goto(address);
    const found = pages(await page.pdf({ preferCSSPageSize: true }));
    expect(found.length, address).toBeLessThanOrEqual(4);
    await page.emulateMedia({ media: "print" });
    for (const gone of [".ms-letter-link", ".ms-put-in", ".ms-measure table", ".ms-actions"]) {
      for (const one of await page.locator(gone).all()) {
        await expect(one, `${address} ${gone}`).toBeHidden();
      }
    }
    await expect(page.locator(".ms-measure .ms-value").first()).toBeVisible();
    await expect(page.locator(".ms-measure figure svg:visible").first()).toBeVisible();
    await expect(page.locator(".ms-measure .ms-caveat").first()).toBeVisible();
    await page.emulateMedia({ media: null });
  }
});
