for i on range(3):
    pass
