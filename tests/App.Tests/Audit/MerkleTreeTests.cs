using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Marsad.App.Audit;

namespace Marsad.App.Tests.Audit;

public class MerkleTreeTests
{
    [Theory]
    // The test vectors that implementations of RFC 6962 share.
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Roots_are_those_of_the_standard(int count, string root)
    {
        byte[][] leaves = [.. ((string[])["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"])
            .Take(count).Select(Convert.FromHexString)];
        Assert.Equal(root, Convert.ToHexStringLower(MerkleTree.Root(leaves)));
    }

    [Fact]
    public void A_path_proves_its_leaf_and_no_other() => Gen.Int[1, 70].SelectMany(n => Gen.Int[0, n - 1].Select(i => (n, i))).Sample((n, i) =>
    {
        byte[][] leaves = [.. Enumerable.Range(0, n).Select(l => SHA256.HashData(Encoding.UTF8.GetBytes($"row {l}")))];
        var root = MerkleTree.Root(leaves);
        var path = MerkleTree.Path(leaves, i);
        Assert.True(MerkleTree.Proves(root, leaves[i], i, n, path));
        Assert.False(MerkleTree.Proves(root, SHA256.HashData("another"u8), i, n, path));
        Assert.False(MerkleTree.Proves(root, leaves[i], n, n, path));
        if (n > 1)
            Assert.False(MerkleTree.Proves(root, leaves[i], (i + 1) % n, n, path));
    }, iter: 200);
}
