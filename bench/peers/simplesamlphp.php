<?php
/**
 * simplesamlphp/saml2 in process: `php simplesamlphp.php <autoload.php>`. Signatures, conditions, audience and subject confirmation, by
 * its own response processor; the same commands as ../validators/serve.mjs.
 */
declare(strict_types=1);

use Psr\Log\NullLogger;
use SAML2\Compat\ContainerSingleton;
use SAML2\Compat\MockContainer;
use SAML2\Configuration\Destination;
use SAML2\Configuration\IdentityProvider;
use SAML2\Configuration\PrivateKey;
use SAML2\Configuration\ServiceProvider;
use SAML2\DOMDocumentFactory;
use SAML2\Message;
use SAML2\Response\Processor;

// What its version says of newer PHP is not an answer.
error_reporting(E_ALL & ~E_DEPRECATED);
ini_set('display_errors', 'stderr');
require $argv[1] ?? '/usr/share/simplesamlphp/vendor/autoload.php';

$kept = json_decode(file_get_contents(__DIR__ . '/../.cache/documents.json'), true);
['documents' => $documents, 'settings' => $settings] = $kept;

final class QuietContainer extends MockContainer
{
    public function getLogger(): Psr\Log\LoggerInterface
    {
        return new NullLogger();
    }

    public function debugMessage($message, string $type): void
    {
    }
}
ContainerSingleton::setContainer(new QuietContainer());

$processor = new Processor(new NullLogger());
$certificate = preg_replace('/-----[^-]+-----|\s/', '', $settings['idpCertificate']);
$identityProvider = new IdentityProvider(['entityId' => $settings['issuer'], 'certificateData' => $certificate]);
$key = tempnam(sys_get_temp_dir(), 'bench-key');
file_put_contents($key, $settings['spKey']);
register_shutdown_function(fn () => unlink($key));
$serviceProvider = new ServiceProvider([
    'entityId' => $settings['entityId'],
    'privateKeys' => [new PrivateKey($key, PrivateKey::NAME_DEFAULT)],
    'blacklistedEncryptionAlgorithms' => [],
]);
$destination = new Destination($settings['acs']);
$at = [];

$following = function (string $shape) use ($documents, &$at): string {
    $messages = $documents[$shape]['samlResponse'];
    $at[$shape] = ($at[$shape] ?? -1) + 1;
    return $messages[$at[$shape] % count($messages)];
};

$validate = function (string $message) use ($processor, $serviceProvider, $identityProvider, $destination): bool {
    $document = DOMDocumentFactory::fromString(base64_decode($message, true));
    $response = Message::fromXML($document->documentElement);
    $assertions = $processor->process($serviceProvider, $identityProvider, $destination, $response);
    return count($assertions) > 0 && $assertions->first()->getNameId() !== null;
};

$prove = function (string $shape) use ($validate, $following, $documents): array {
    try {
        $accepts = $validate($following($shape));
    } catch (Throwable $problem) {
        return ['accepts' => false, 'why' => get_class($problem) . ': ' . $problem->getMessage()];
    }
    try {
        return ['accepts' => $accepts, 'refuses' => !$validate($documents[$shape]['tampered'])];
    } catch (Throwable $refusal) {
        return ['accepts' => $accepts, 'refuses' => true];
    }
};

$cpuMs = function (): float {
    $used = getrusage();
    return ($used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec']) * 1000
        + ($used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec']) / 1000;
};

$slice = function (string $shape, float $ms) use ($validate, $following, $cpuMs): array {
    $took = [];
    $cpu = $cpuMs();
    $begin = $now = hrtime(true);
    while ($now - $begin < $ms * 1e6) {
        $validate($following($shape));
        $after = hrtime(true);
        $took[] = (int) round(($after - $now) / 1000);
        $now = $after;
    }
    return ['took' => $took, 'wallMs' => ($now - $begin) / 1e6, 'cpuMs' => $cpuMs() - $cpu];
};

while (($line = fgets(STDIN)) !== false) {
    $order = json_decode($line, true);
    $answer = match ($order['command']) {
        'prove' => $prove($order['shape']),
        'slice' => $slice($order['shape'], (float) $order['ms']),
        default => new stdClass(),
    };
    echo json_encode($answer), "\n";
}
