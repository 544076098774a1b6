# raise … from None hides what was being handled.
# exit: 1

class Settings:
    values = {"size": 10}

    def __getattr__(self, name):
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(f"there is no setting {name}") from None

settings = Settings()
print(settings.size)
print(settings.colour)
