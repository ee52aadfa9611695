package id.pkh.meeting.planted.two;

import id.pkh.meeting.planted.one.Ping;

/** Breaks on purpose: the other half of a cycle. */
public class Pong {
    public Ping ping;
}
