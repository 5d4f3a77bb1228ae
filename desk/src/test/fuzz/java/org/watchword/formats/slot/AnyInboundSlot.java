package org.watchword.formats.slot;

import static org.watchword.desk.Foreign.promise;

import java.util.HexFormat;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.entry.KeyCommitment;
import org.watchword.formats.entry.OrganisationId;

/// Any bytes as an inbound slot: no key comes out but the one of its entry, and nothing but the
/// bytes that were sealed gives it. Seed and place are those of the first published vector.
public final class AnyInboundSlot {
    private static final String SEED =
            "9638039193ed27371ae3ffb4787d4b5bce07a7ec1526e88483a526c98ac8bf47";
    private static final String COMMITMENT =
            "5828df3a86f9b69deef18e8dbf4cac4fa9dd6bfd96b68d21baba84540830a867";
    private static final String SEALED =
            "01d43959fba4947b56d8ca89351d948b8651eba9e9f42e09b3aad4bd6abe4b7d629bfeefd0ba"
                    + "ba8d839667df5b28061fbba6c014af9600eb1ad6cff8e1efb559b4804cfe2baccbb3141a57b5"
                    + "fe75455c37e645d0a3426438cfefb5a84b5ed49c0b178ae053226f71d1d71d4f2f8b73ee85f2"
                    + "0b7a18e24c375b093353d029c356e93dd0d4b5ff3988b21e08dd67c5751842ae9b568a0b419e"
                    + "b0ef9e71d970d21a60357704dbb1b281ebf39d6c4c23180746613afb73d747af8209ad1a3c07"
                    + "7f9d9f2fe7c0553aab8db826a095d4d7924f7a5916e4a0d777f9b273b6177de00c73a0037153"
                    + "9b0036b8da22a3abee3b5771144b5a40fb17dc90185a78c3ff37cf2b857650683e1ad30a7487"
                    + "5e28af7c5534968268854918fb13b5e14d299cd201ef8baa88c877c8a02cadd070968b2299b2"
                    + "19d62d194a368c4592ea9622905f061b70ee8c012b7e2e4a2848b1dcef697311c3d1fc90c6a2"
                    + "b7c3f4af79b5bb30d9177afab0e3eb87266fd4f74642e6d76d661f2a7112f7627cebce40d94d"
                    + "dfd5a6fa3d9500e683a03758a355302e1eb0ba4335cbb6bcf1eef330cb3539943bbdb7e985e1"
                    + "e87197835c5c49dd86c2f73d24b5ebd22e3bed7ce7c54090ae2a3de2f9290b28278e7f7f10ba"
                    + "7d20e92290912c490385648b9eaf07de422e4e487e92788789dbf4e8081f49a9ff87c1279afe"
                    + "ce73c0de5ee919886703d1eddfa212357d7bf98c3a0f766109725d303739c3efc13e50285050"
                    + "9c27807f266bfa9a15b95dba54dfd3e9bde8770233f3c5bae748b7ae7d23d2fac42e070374c3"
                    + "f6a62195fdb2bc453bb9b9aa4452aa5e2711eb3f11f62c597f45a83d3e4ded088a0eb2a9844a"
                    + "937c5d638b681877544a9a869494e3fdd399d39ac1f3b3044d6efd508fe0932ab95f249422f3"
                    + "2d97c3fecb9f9ec4d48177c5aabb3dfbc9a09b4c17b025f85cb56502494446b435e42de61e46"
                    + "e81b3bd44fd65d7a922acb6e89ee0ae48c6d95359dfbb66e0c43e903f7d1e4a5fbac81285617"
                    + "c879231da76c441c853d30c2d6463315d8027a2f1b7e5c2f6563cde1d0401d42f2ae2a18c719"
                    + "1b17c06c3278358d314488525d8d37b07b88b383716284c15c5869080e289c49194f6a84cbad"
                    + "0d3b4a7331757c4e57d8abfac9bd336aa8f7fc86c11ca2c8f9ae7db3e7a29d5cbdf13ffc911f"
                    + "7ab1de6a15a9feea3ad04eff2431bc7b78357b566c3c54b3639508a58b59dd9a65781cffc13a"
                    + "59e1101625d3626e9436088b0f9f3445da338246a0dc3c5d8a0ced135416bbe3c8de5c66ecad"
                    + "229c88ee6b8fbe49c8a4c09d92faf94219272efaecf1ea0f13d059e1302f52e36a3072e344d0"
                    + "92d87edca7728e13e52999232c1aa740dc042397ac2d564060287d6344dc1f20be46845329ed"
                    + "09005f0d8baf2d6b01b13e904328a8d458f3d4bf20cae113e0d05f750d4941e372702e712d09"
                    + "b922832b5be7d8503b23b147651534dd6105d1601e218a24b592fee8c1583b3221b2c410d3f8"
                    + "22606715e573ddac2a8dbce450f22cb7474bfe0af6152525d2f7103cb6701b3213fdd0a50c98"
                    + "3ab5ab96b632869b1f565831b963fb1698146db0cd172f83d072df7fa7617badafd9cef9a443"
                    + "8e0ffe2655591cbd294b7f77728b2c1c7afb797b8da3e6c28f59fab490";

    public static void fuzzerTestOneInput(byte[] data) {
        var commitment = new KeyCommitment(hex(COMMITMENT));
        var epoch = new EpochKey(epoch(), new ReadingKey(Key.taking(hex(SEED).bytes())));
        if (InboundSlot.open(data, place(), epoch, commitment)
                instanceof Slot.Open<DataKey>(DataKey key)) {
            try (key) {
                promise(key.commitment().equals(commitment), "only the key of the entry");
                promise(Octets.of(data).hex().equals(SEALED), "only what was sealed opens");
            }
        }
    }

    private static Epoch epoch() {
        return new Epoch(
                new OrganisationId(hex("c26b9d2c1a4345630fef75b904a910e8")),
                new CaseId(hex("04e9c84ae99d5d9ccc0a44d8502c47ee")),
                new CompartmentId(hex("6dfceb87cdcbb627ff33e753a825b77f")),
                3);
    }

    private static EntryContext place() {
        return new EntryContext(epoch(), new EntryId(hex("9f5a7b391d6df326fe7fb94eaab53828")));
    }

    private static Octets hex(String digits) {
        return Octets.of(HexFormat.of().parseHex(digits));
    }

    private AnyInboundSlot() {}
}
