package org.attest.notice;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.attest.web.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A web hook leads out of the house, never to what only Attest can reach. */
class HookAddressTest {

    private final HookAddress addresses = new HookAddress();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "::127.0.0.1"
            })
    void machinesInsideAreNotCalled(String address) throws UnknownHostException {
        assertEquals(true, HookAddress.isInside(InetAddress.getByName(address)), address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2606:4700::1111", "2a00:1450::1"})
    void machinesOutsideAre(String address) throws UnknownHostException {
        assertEquals(false, HookAddress.isInside(InetAddress.getByName(address)), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/x", "ftp://8.8.8.8/x", "https://127.0.0.1/x", "https://localhost/x", "https://[::1]/x",
                "https://user:word@8.8.8.8/x", "https:///x", "nonsense", "https://8.8.8.8/x#y", "https://2130706433/",
                "https://169.254.169.254/latest/meta-data", "https://no-such-machine.invalid/x", "https://exa mple/x"
            })
    void anAddressThatMayNotBeCalledIsRefusedInWords(String address) {
        assertThrows(Refused.class, () -> addresses.checked(address));
    }

    @Test
    void testsAndDevelopmentMayCallTheirOwnMachine() {
        addresses.anywhere = true;
        assertDoesNotThrow(() -> addresses.checked("http://127.0.0.1:9999/x"));
        assertThrows(Refused.class, () -> addresses.checked("ftp://127.0.0.1/x"));
    }
}
