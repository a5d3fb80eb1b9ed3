package io.github.camelcliq.client;

import java.util.Arrays;

/** Moments in the order in which they were added, the first of which goes first: a queue of numbers, not of objects. */
final class Moments {

    private static final int FIRST_CAPACITY = 16;

    /** A ring; its length is a power of two. */
    private long[] ring = new long[FIRST_CAPACITY];

    private int first;
    private int size;

    int size() {
        return size;
    }

    /** @param index from 0, the first, and less than the size */
    long get(int index) {
        return ring[at(index)];
    }

    void addLast(long moment) {
        if (size == ring.length) {
            grow();
        }
        ring[at(size)] = moment;
        size++;
    }

    void removeFirst() {
        first = at(1);
        size--;
    }

    private int at(int index) {
        return first + index & ring.length - 1;
    }

    private void grow() {
        long[] larger = Arrays.copyOf(ring, 2 * size);
        // what stood before the first goes behind the old end
        System.arraycopy(ring, 0, larger, size, first);
        ring = larger;
    }
}
