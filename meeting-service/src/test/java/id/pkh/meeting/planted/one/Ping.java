package id.pkh.meeting.planted.one;

import id.pkh.meeting.planted.two.Pong;

/** Breaks on purpose: one half of a cycle. */
public class Ping {
    public Pong pong;
}
