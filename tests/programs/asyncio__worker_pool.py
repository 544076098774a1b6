# A pool of workers with results, errors, retries and a summary.
import asyncio


class Flaky(Exception):
    pass


attempts = {}


async def fetch(url):
    attempts[url] = attempts.get(url, 0) + 1
    await asyncio.sleep(len(url) / 100)
    if "bad" in url:
        raise ValueError(f"cannot fetch {url}")
    if "flaky" in url and attempts[url] < 3:
        raise Flaky(url, attempts[url])
    return url.upper()


async def with_retries(url, tries=3, delay=0.01):
    for attempt in range(1, tries + 1):
        try:
            return await fetch(url)
        except Flaky as error:
            print(f"try {attempt} of {url} failed: {error.args}")
            if attempt == tries:
                raise
            await asyncio.sleep(delay * 2**attempt)


async def worker(name, urls, results):
    done = 0
    while True:
        try:
            index, url = urls.get_nowait()
        except asyncio.QueueEmpty:
            print(name, "did", done)
            return
        try:
            results[index] = await with_retries(url)
        except Exception as error:
            results[index] = error
        done += 1


async def crawl(urls, workers):
    queue = asyncio.Queue()
    for item in enumerate(urls):
        queue.put_nowait(item)
    results = [None] * len(urls)
    await asyncio.gather(*(worker(f"worker {n}", queue, results) for n in range(workers)))
    return results


async def main():
    # === Three workers ===
    urls = ["a", "bad one", "flaky site", "long address", "zz"]
    for url, result in zip(urls, await crawl(urls, 3)):
        print(f"{url:>14}: {result!r}")

    # === One worker keeps the order ===
    attempts.clear()
    print(await crawl(["1", "22", "333"], 1), attempts)

    # === A retry that does not help ===
    try:
        await with_retries("flaky", tries=2)
    except Flaky as error:
        print("gave up:", repr(error))

    # === Limited at once by a semaphore ===
    limit, running, most = asyncio.Semaphore(2), 0, 0

    async def limited(n):
        nonlocal running, most
        async with limit:
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.01 * n)
            running -= 1
            return n * n

    print(await asyncio.gather(*map(limited, range(6))), "at most", most)


asyncio.run(main())
