name = f"Ada {x}
print(name)
