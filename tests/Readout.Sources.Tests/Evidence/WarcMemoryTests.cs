using System.Text;
using Readout.Sources.Archives;

namespace Readout.Sources.Tests.Evidence;

/// <summary>Measures the memory of the whole process, so nothing else may run beside it.</summary>
[Collection("alone")]
public sealed class WarcMemoryTests
{
    [Fact]
    public void A_hundred_thousand_records_stay_in_flat_memory()
    {
        byte[] record = Encoding.ASCII.GetBytes("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: 1000\r\n\r\n" + new string('x', 1000) + "\r\n\r\n");
        long before = GC.GetTotalMemory(forceFullCollection: true);
        int count = 0;
        long peak = 0;
        foreach (WarcRecord _ in WarcReader.Read(new RepeatingStream(record, 100_000), 1 << 20))
        {
            if (++count % 20_000 == 0)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal(100_000, count);
        Assert.True(peak < 8 << 20, $"{peak} bytes held");
    }

    private sealed class RepeatingStream(byte[] part, int times) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => (long)part.Length * times;

        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = 0;
            while (read < count && _at < Length)
            {
                int start = (int)(_at % part.Length);
                int take = Math.Min(part.Length - start, count - read);
                part.AsSpan(start, take).CopyTo(buffer.AsSpan(offset + read));
                read += take;
                _at += take;
            }

            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
