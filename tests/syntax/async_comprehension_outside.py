z = [x async for x in y]
