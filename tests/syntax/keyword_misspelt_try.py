tyr:
    pass
