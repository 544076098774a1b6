# An interrupt while the process waits for its threads at its end.
import threading, _thread, time
def work():
    time.sleep(0.5)
    print("work ends")
threading.Thread(target=work).start()
threading.Timer(0.1, _thread.interrupt_main).start()
print("main ends")
