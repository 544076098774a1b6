# A chat: rooms, members with inboxes, and somebody who leaves in the middle.
import asyncio


class Room:
    def __init__(self, name):
        self.name = name
        self.members = {}

    def join(self, user):
        self.members[user.name] = user
        self.say("*", f"{user.name} joined {self.name}")

    def leave(self, user):
        del self.members[user.name]
        self.say("*", f"{user.name} left")
        user.inbox.put_nowait(None)

    def say(self, author, text):
        for name, member in self.members.items():
            if name != author:
                member.inbox.put_nowait((self.name, author, text))


class User:
    def __init__(self, name):
        self.name = name
        self.inbox = asyncio.Queue()
        self.heard = []

    async def listen(self):
        while (message := await self.inbox.get()) is not None:
            room, author, text = message
            self.heard.append(f"[{room}] {author}: {text}")
        return len(self.heard)


async def talk(room, user, lines, pause):
    for line in lines:
        await asyncio.sleep(pause)
        if user.name not in room.members:
            print(user.name, "cannot say", repr(line))
            break
        print(f"{user.name} says {line!r}")
        room.say(user.name, line)


async def main():
    room = Room("lobby")
    ada, bob, eve = users = [User(name) for name in ("ada", "bob", "eve")]
    listeners = [asyncio.create_task(user.listen(), name=user.name) for user in users]
    for user in users:
        room.join(user)

    async def throw_out(user, after):
        await asyncio.sleep(after)
        room.leave(user)

    async with asyncio.TaskGroup() as group:
        group.create_task(talk(room, ada, ["hello", "how are you?"], 0.02))
        group.create_task(talk(room, bob, ["hi"], 0.03))
        group.create_task(talk(room, eve, ["spam", "spam", "eggs"], 0.017))
        group.create_task(throw_out(eve, 0.045))
    for user in (ada, bob):
        room.leave(user)
    counts = await asyncio.gather(*listeners)
    for user, count in zip(users, counts):
        print(f"{user.name} heard {count}:")
        print(*("  " + line for line in user.heard), sep="\n")
    print(room.members, [task.get_name() for task in listeners if task.done()])


asyncio.run(main())
