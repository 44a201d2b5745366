package org.attest.web;

import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.List;

/**
 * One page of a list.
 *
 * @param number which page, from 1
 * @param size rows a page
 * @param total rows of the whole list
 */
public record Paging(int number, int size, long total) {

    public static final int SIZE = 25;

    /** The page asked for as typed in the address; a page that does not exist is not found. */
    public static Paging of(String typed, long total) {
        return of(typed, total, SIZE);
    }

    /** {@link #of(String, long)} with so many rows a page. */
    public static Paging of(String typed, long total, int size) {
        int number = 1;
        if (typed != null && !typed.isBlank()) {
            if (!typed.matches("[1-9]\\d{0,6}")) throw new NotFoundException();
            number = Integer.parseInt(typed);
        }
        var paging = new Paging(number, size, total);
        if (number > paging.pages()) throw new NotFoundException();
        return paging;
    }

    public int pages() {
        return Math.max(1, (int) ((total + size - 1) / size));
    }

    /** Rows before this page. */
    public int offset() {
        return (number - 1) * size;
    }

    public long first() {
        return total == 0 ? 0 : offset() + 1;
    }

    public long last() {
        return Math.min(total, (long) offset() + size);
    }

    public boolean hasNext() {
        return number < pages();
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    /** The address of another page of the list at this path, which may carry a query already. */
    public String addressOf(String path, int page) {
        return path + (path.contains("?") ? "&" : "?") + "page=" + page;
    }

    /** Numbers to offer: the first, the last and those beside this one; 0 stands for two pages or more left out. */
    public List<Integer> shown() {
        var shown = new ArrayList<Integer>();
        for (int page = 1; page <= pages(); page++) {
            boolean fillsAGapOfOne = page == 2 && number == 4 || page == pages() - 1 && number == pages() - 3;
            if (page == 1 || page == pages() || Math.abs(page - number) <= 1 || fillsAGapOfOne) shown.add(page);
            else if (shown.get(shown.size() - 1) != 0) shown.add(0);
        }
        return shown;
    }
}
