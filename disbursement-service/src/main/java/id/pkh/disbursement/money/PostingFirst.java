package id.pkh.disbursement.money;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets what a bank answers be written before others are told of it, within this process: both at
 * once would take twice as long for whoever waits for the answer. It only puts off, never keeps
 * off: who waits goes on after a while in any case.
 */
@ApplicationScoped
public class PostingFirst {

    private final Lock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private int atWork;

    /** Something is written meanwhile. */
    public void during(Runnable posting) {
        change(1);
        try {
            posting.run();
        } finally {
            change(-1);
        }
    }

    private void change(int by) {
        lock.lock();
        try {
            atWork += by;
            if (atWork == 0) {
                quiet.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns when nothing is written, or after this time at the latest. */
    public void awaitQuiet(Duration most) {
        long left = most.toNanos();
        lock.lock();
        try {
            while (atWork > 0 && left > 0) {
                left = quiet.awaitNanos(left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
