from fastapi import FastAPI
from playwright.async_api import async_playwright
from selenium import webdriver

app = FastAPI()
PAGES = {"home": "https://example.com/", "about": "https://example.com/about"}


@app.get("/shot")
async def shot(url: str, page_name: str):
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch()
        page = await browser.new_page()
        await page.goto(url)  # want: LNT118
        await page.goto(PAGES[page_name])
        await page.goto("https://example.com/")
        image = await page.screenshot()
        await browser.close()
    return {"size": len(image)}


@app.get("/title")
def title(url: str, number: int):
    driver = webdriver.Chrome()
    driver.get(url)  # want: LNT118
    driver.get(f"https://example.com/articles/{number}")
    if url in PAGES.values():
        driver.get(url)
    return {"title": driver.title}
