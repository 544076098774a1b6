text = """one
two