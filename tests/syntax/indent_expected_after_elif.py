if True:
    pass
elif x:
print("x")
