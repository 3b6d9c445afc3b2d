/** Servers that pass messages on: Kafka, AMQP and MQTT (format.md 2.4). */
import { defineUnreachable } from '#lib/connectors/impossible/defineUnreachable.ts';
import { anything, connection, flag, list, longText, pairs, text } from '#lib/connectors/inputs.ts';
import { field, secretField } from '#lib/connectors/service/fields.ts';

const connectionInput = connection({ label: 'Connection', help: 'The server, and who signs in there.' });

export const kafka = defineUnreachable({
  key: 'kafka',
  label: 'Kafka',
  description: 'Publish messages to Kafka.',
  family: 'messages',
  icon: 'radio-tower',
  connections: {
    basic: {
      label: 'User name and password',
      fields: {
        username: field('User name'),
        password: secretField('Password'),
        authMechanism: field('Way to sign in', { help: 'Such as plain or scram-sha-256.' }),
        sslEnabled: field('Use TLS', { default: 'false', required: false, help: 'true or false.' }),
        caCert: field('Certificate of the authority', { required: false }),
        clientCert: field('Certificate of the client', { required: false }),
        clientKey: secretField('Key of the client', { required: false }),
      },
    },
  },
  actions: {
    publishMessages: {
      label: 'Publish messages',
      description: 'Sends messages to a topic.',
      inputs: {
        connection: connectionInput,
        clientId: text({ label: 'Client ID', help: 'The name under which the server knows this sender.' }),
        brokers: list({ label: 'Brokers', help: 'Their addresses.' }),
        topic: text({ label: 'Topic', help: 'The name that receivers listen to, such as orders.' }),
        messages: pairs({ label: 'Messages', help: 'The values are sent.' }),
      },
      example: [{ topicName: 'orders', partition: 0, errorCode: 0 }],
      output: 'anything',
    },
  },
});

const amqpConnection = connection({ label: 'Connection', help: 'The server, and who signs in there.' });
const queueName = text({ label: 'Queue', help: 'The name of the queue, such as orders.' });

export const amqp = defineUnreachable({
  key: 'amqp',
  label: 'AMQP',
  description: 'Publish and get messages of queues such as RabbitMQ.',
  family: 'messages',
  icon: 'rabbit',
  connections: {
    amqp: {
      label: 'Server',
      fields: {
        host: field('Host'),
        port: field('Port', { default: '5672' }),
        protocol: field('Protocol', { default: 'amqp', help: 'amqp or amqps.' }),
        vhost: field('Virtual host', { required: false }),
        username: field('User name', { required: false }),
        password: secretField('Password', { required: false }),
      },
    },
  },
  actions: {
    publishMessage: {
      label: 'Publish message',
      description: 'Sends a message to a queue or an exchange.',
      inputs: {
        amqpConnection,
        queueName,
        exchange: text({ label: 'Exchange', help: 'The name of the exchange that passes the message on.' }),
        routingKey: text({
          label: 'Routing key',
          help: 'By which the exchange chooses queues, such as orders.new.',
        }),
        routeMessage: flag({
          label: 'Through the exchange',
          help: 'Leaves the choice of the queue to the exchange.',
          default: false,
        }),
        message: longText({ label: 'Message', help: 'Text, such as JSON.' }),
      },
      example: true,
    },
    getMessage: {
      label: 'Get message',
      description: 'Takes the next message of a queue.',
      inputs: {
        amqpConnection,
        queueName,
        acknowledgeMessage: flag({
          label: 'Acknowledge',
          help: 'Tells the server at once that the message was dealt with.',
          default: true,
        }),
      },
      example: { content: 'Order 1' },
      output: 'anything',
    },
    acknowledgeMessage: {
      label: 'Acknowledge message',
      description: 'Says that a message was dealt with.',
      inputs: { amqpConnection, message: anything({ label: 'Message', help: 'Of a step that got one.' }) },
      example: null,
      output: 'anything',
    },
  },
});

export const mqtt = defineUnreachable({
  key: 'mqtt',
  label: 'MQTT',
  description: 'Publish messages to devices.',
  family: 'messages',
  icon: 'radio',
  connections: {
    mqtt: {
      label: 'Server',
      fields: {
        host: field('Host'),
        protocol: field('Protocol', { help: 'tcp, mqtt or mqtts.' }),
        port: field('Port', { required: false }),
        username: field('User name', { required: false }),
        password: secretField('Password', { required: false }),
      },
    },
  },
  actions: {
    publish: {
      label: 'Publish message',
      description: 'Sends a message to a topic.',
      inputs: {
        topicName: text({ label: 'Topic', help: 'The name that receivers listen to, such as orders.' }),
        message: longText({ label: 'Message', help: 'Text, such as JSON.' }),
        mqttConnection: connectionInput,
      },
      example: null,
      output: 'anything',
    },
  },
});
