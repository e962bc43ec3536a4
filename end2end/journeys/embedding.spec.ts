// Does a chart stand in a page of another site at its right height, with scripts on either side on or off?

import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Frame } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../harness/accessible.ts";
import { expect, hasIslands, islandsAreAwake, locales, onceOnly, test } from "../harness/test.ts";
import type { Page } from "../harness/test.ts";

const MEASURE = "demo-falls";

/** Another site: one page that holds what was copied, and nothing else. */
async function foreignSite(snippet: string): Promise<{ url: string; server: Server }> {
  const page = `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>新聞</title></head><body><h1>記事</h1>${snippet}</body></html>`;
  const server = createServer((_, answer) => {
    answer.setHeader("content-type", "text/html; charset=utf-8");
    answer.end(page);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

/** What a journalist copies for a chart. */
async function copied(page: Page, query: string): Promise<string> {
  await page.goto(`/ja/charts?${query}`);
  return page.getByLabel("埋め込み（サイト用のコード）", { exact: true }).inputValue();
}

/** The frame of another site's page, in a window that nobody watches for foreign requests. */
async function shown(browser: Browser, url: string, scripts: boolean, width: number) {
  const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: { width, height: 900 } });
  const foreign = await context.newPage();
  const asked: string[] = [];
  foreign.on("request", (request) => asked.push(request.url()));
  await foreign.goto(url);
  const frame = foreign.locator("iframe");
  await frame.scrollIntoViewIfNeeded();
  const inside = await (await frame.elementHandle())?.contentFrame();
  if (!inside) {
    throw new Error("the frame is empty");
  }
  await inside.waitForLoadState();
  return { context, foreign, frame, inside, asked };
}

/** Heights: of the frame, and of what it holds. */
async function heights(inside: Frame): Promise<{ frame: number; content: number }> {
  return inside.evaluate(() => ({
    frame: window.innerHeight,
    content: Math.ceil(document.documentElement.getBoundingClientRect().height),
  }));
}

for (const chart of ["funnel", "intervals", "map"]) {
  test(`the copied ${chart} stands in another site`, async ({ page, browser, baseURL, isMobile, script }) => {
    const snippet = await copied(page, `chart=${chart}&measure=${MEASURE}`);
    expect(snippet).toContain("<iframe ");
    expect(snippet).toMatch(/ title="[^"]+"/);
    expect(snippet).toContain('loading="lazy"');
    expect(snippet).toContain("release=");
    const { url, server } = await foreignSite(snippet);
    const { context, foreign, frame, inside, asked } = await shown(browser, url, script, isMobile ? 360 : 1000);
    const home = new URL(baseURL ?? "").origin;
    for (const request of asked) {
      expect([home, new URL(url).origin], request).toContain(new URL(request).origin);
    }
    expect(await context.cookies(), "no cookie").toEqual([]);
    await expect(inside.locator("svg:visible")).toHaveCount(1);
    await expect(inside.locator("svg:visible text", { hasText: "架空のデータ：" })).toBeVisible();
    if (script) {
      await expect(async () => {
        const fit = await heights(inside);
        expect(Math.abs(fit.frame - fit.content), "the frame fits what it holds").toBeLessThanOrEqual(2);
      }).toPass();
    } else {
      // without a script the height that was copied holds everything at its width, and a notice that may come
      for (const width of isMobile ? [320, 360, 430] : [543, 545, 640, 1000]) {
        await foreign.setViewportSize({ width, height: 900 });
        const [box, content] = [await frame.boundingBox(), await inside.locator("main").boundingBox()];
        const room = (box?.y ?? 0) + (box?.height ?? 0) - (content?.y ?? 0) - (content?.height ?? 0);
        expect(room, `nothing is cut off at ${width} px`).toBeGreaterThanOrEqual(8);
        expect(room, `little is left empty at ${width} px`).toBeLessThanOrEqual(190);
      }
    }
    await context.close();
    server.close();
  });
}

test("a frame answers the listeners of others, and the page believes nobody but the frame", async ({ page, browser, script }) => {
  test.skip(!script, "messages between windows are JavaScript");
  const snippet = await copied(page, `chart=map&measure=${MEASURE}`);
  const address = /src="([^"]+)"/.exec(snippet)?.[1]?.replaceAll("&amp;", "&");
  const record = "<script>window.heard=[];addEventListener('message',e=>heard.push(e.data))</script>";
  const child = snippet.replace(/src="[^"]+"/, `src="${address}&amp;childId=here&amp;parentUrl=x"`);
  const { url, server } = await foreignSite(record + child);
  const { context, foreign, frame } = await shown(browser, url, true, 1000);
  await foreign.waitForFunction(() => (window as unknown as { heard: unknown[] }).heard.length >= 3);
  const heard = await foreign.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  expect(heard).toContainEqual(expect.objectContaining({ type: "monosashi:height" }));
  expect(heard).toContainEqual(expect.objectContaining({ sentinel: "amp", type: "embed-size" }));
  expect(heard).toContainEqual(expect.stringMatching(/^pymxPYMxherexPYMxheightxPYMx\d+$/));
  const before = await frame.evaluate((element) => element.clientHeight);
  await foreign.evaluate(() => window.postMessage({ type: "monosashi:height", height: 5 }, "*"));
  await foreign.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  expect(await frame.evaluate((element) => element.clientHeight)).toBe(before);
  await context.close();
  server.close();
});

for (const locale of locales) {
  test(`everybody can read a frame, ${locale}`, async ({ page }) => {
    await page.goto(`/embed/${locale}/funnel?measure=${MEASURE}`);
    await expectNoSidewaysScroll(page);
    await page.locator("details summary").click();
    await expect(page.locator("table")).toBeVisible();
    await expectAccessible(page);
  });

  for (const path of [`charts?chart=intervals&measure=${MEASURE}&region=JP-42`, `press/measures/${MEASURE}`]) {
    test(`everybody can read /${locale}/${path}`, async ({ page }) => {
      await page.goto(`/${locale}/${path}`);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });
  }
}

test("the colours that were chosen hold whatever the reader's system has", async ({ page }) => {
  onceOnly("colours are the same everywhere");
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`/embed/ja/map?measure=${MEASURE}&theme=light`);
    expect(await ground()).toBe("rgb(255, 255, 255)");
    await page.goto(`/embed/ja/map?measure=${MEASURE}&theme=dark`);
    expect(await ground()).toBe("rgb(26, 26, 26)");
  }
});

test("on paper the table is open and a square leads back", async ({ page }) => {
  onceOnly("paper is the same everywhere");
  await page.goto(`/embed/ja/map?measure=${MEASURE}`);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".ms-qr svg")).toBeVisible();
  await expect(page.locator("table")).toBeVisible();
});

test("a journalist goes from the measure to a chart and copies it", async ({ page, script }) => {
  await page.goto(`/ja/measures/${MEASURE}`);
  await page.locator(".ms-use").getByRole("link").first().click();
  await expect(page.locator("iframe")).toBeVisible();
  await expect(page.getByText("医療広告", { exact: false })).toBeVisible();
  await page.getByLabel("図の種類").selectOption("map");
  await page.getByLabel("図の言語").selectOption("en");
  await page.getByRole("button", { name: "この図を見る" }).click();
  await expect(page.locator("iframe")).toHaveAttribute("src", /\/embed\/en\/map\?/);
  if (script && hasIslands) {
    await islandsAreAwake(page);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "コピー：引用（文中）" }).click();
    await expect(page.getByText("コピーしました")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Monosashi");
  }
});

test("a change in the builder shows at once, and the address and the code follow it", async ({ page, script }) => {
  test.skip(!script || !hasIslands, "without JavaScript the button of the form does this");
  await page.goto(`/ja/charts?chart=funnel&measure=${MEASURE}`);
  await islandsAreAwake(page);
  const code = page.getByLabel("埋め込み（サイト用のコード）", { exact: true });
  await expect(page.getByLabel("地域")).toBeHidden();
  await page.getByLabel("図の種類").focus();
  await page.getByLabel("図の種類").selectOption("intervals");
  await expect(page.locator("#preview iframe")).toHaveAttribute("src", /\/embed\/ja\/intervals\?release=(?!latest)/);
  await expect(page.getByRole("status").filter({ hasText: "新しくしました" })).toBeVisible();
  await expect(page.getByLabel("図の種類")).toBeFocused();
  await expect(page.getByLabel("地域")).toBeVisible();
  await page.getByLabel("いつも新しい版にする").check();
  await expect(code).toHaveValue(/\/embed\/ja\/intervals\?release=latest&amp;/);
  await expect(page).toHaveURL(/chart=intervals.*release=latest/);
  await page.reload();
  await expect(page.getByLabel("いつも新しい版にする")).toBeChecked();
  await expect(code).toHaveValue(/release=latest/);
});

test("the points of a drawing are links, and the arrow keys go from one to the next", async ({ page, script }) => {
  await page.goto(`/ja/measures/${MEASURE}?region=JP-42`);
  await page.locator("#shown summary").first().click();
  const points = page.locator("#shown svg:visible").getByRole("link");
  await expect(points.first()).toHaveAttribute("href", /\/ja\/hospitals\//);
  test.skip(!script || !hasIslands, "the keys are JavaScript");
  await islandsAreAwake(page);
  await points.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(points.nth(1)).toBeFocused();
  await expect(page.locator("#shown .ms-point").getByRole("status")).toContainText("考えられる範囲");
  await page.keyboard.press("End");
  await expect(points.last()).toBeFocused();
  await expect(page.locator('#shown svg:visible a[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(points.last()).not.toBeFocused();
});

test("a newsroom finds a sentence with its range and goes on to a prefecture", async ({ page }) => {
  await page.goto(`/ja/press/measures/${MEASURE}`);
  await expect(page.locator("#sentence-1")).toContainText("の間と考えられます");
  await page.getByText("都道府県ごとの文を見る").click();
  await page.getByRole("link", { name: "長崎県" }).click();
  await expect(page).toHaveURL(new RegExp(`/ja/press/regions/JP-42#${MEASURE}$`));
  await expect(page.locator(`[id="${MEASURE}"]`)).toContainText("長崎県");
});
