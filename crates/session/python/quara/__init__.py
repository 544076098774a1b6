"""Tools to learn asyncio with; see quara.concurrency."""
