package org.attest.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.attest.web.Refused;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a web hook may lead: over https, to a machine in the world outside. Else whoever sets one could make Attest speak
 * to what only Attest can reach.
 */
@ApplicationScoped
class HookAddress {

    /** For tests and development: plain http and machines of one's own are allowed too. */
    @ConfigProperty(name = "attest.web-hook.anywhere", defaultValue = "false")
    boolean anywhere;

    /** The address as typed, if it may be called; its host must be known now. */
    URI checked(String typed) {
        URI uri;
        try {
            uri = new URI(typed);
        } catch (URISyntaxException e) {
            throw new Refused("Enter a whole address, such as https://pager.example/attest", "");
        }
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !(anywhere && "http".equalsIgnoreCase(uri.getScheme())))
            throw new Refused("The address must begin with https://", "");
        if (uri.getHost() == null) throw new Refused("Enter a whole address, such as https://pager.example/attest", "");
        if (uri.getUserInfo() != null)
            throw new Refused("Leave out name and password: Attest signs each call instead", "");
        if (uri.getFragment() != null) throw new Refused("Leave out what follows the #", "");
        try {
            for (var address : InetAddress.getAllByName(uri.getHost())) refuseInside(address);
        } catch (UnknownHostException e) {
            throw new Refused("There is no machine of the name " + uri.getHost(), "");
        } catch (IOException e) {
            throw new Refused("The address leads to a machine inside, not to one in the world outside", "");
        }
        return uri;
    }

    /** Asked again of the machine that really answered: a name may lead elsewhere a moment later. */
    void refuseInside(InetAddress address) throws IOException {
        if (!anywhere && isInside(address)) throw new IOException("leads to a machine inside");
    }

    /** Whether it is no address of the public internet. */
    static boolean isInside(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) return true;
        var bytes = address.getAddress();
        if (address instanceof Inet4Address) return isInside4(bytes);
        return address instanceof Inet6Address && isInside6(bytes);
    }

    private static boolean isInside4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        return first == 0
                || first >= 240
                || first == 100 && (second & 0xc0) == 64 // carriers' own, RFC 6598
                || first == 192 && second == 0 && b[2] == 0
                || first == 198 && (second & 0xfe) == 18; // benchmarks
    }

    private static boolean isInside6(byte[] b) {
        int first = b[0] & 0xff;
        if ((first & 0xfe) == 0xfc) return true; // unique local
        if ((first & 0xe0) != 0x20) return true; // nothing else is public today
        // 6to4 and Teredo carry an address of the old kind inside, and nobody needs them any more
        boolean sixToFour = first == 0x20 && (b[1] & 0xff) == 0x02;
        boolean teredo = first == 0x20 && (b[1] & 0xff) == 0x01 && b[2] == 0 && b[3] == 0;
        return sixToFour || teredo;
    }
}
